module signin {
  requires io.partnercenter;
  requires com.microsoft.aad.msal4j;
  requires com.azure.json; // MSAL has no descriptor that would ask for it.
}
