package signin;

import io.partnercenter.PartnerCloud;
import io.partnercenter.credentials.MsalCredentials;
import io.partnercenter.credentials.TokenRequest;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** What a program on the module path does that signs in with MSAL. */
public final class SignIn {
  private static final String ANSWER =
      "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"token-1\"}";

  public static void main(String[] args) throws Exception {
    TokenRequest request =
        new TokenRequest(
            PartnerCloud.GLOBAL.tokenResource(),
            false,
            sent ->
                new Response.Builder()
                    .request(sent)
                    .protocol(Protocol.HTTP_1_1)
                    .code(200)
                    .message("OK")
                    .body(ResponseBody.create(ANSWER, null))
                    .build());
    MsalCredentials app =
        MsalCredentials.of(
                PartnerCloud.GLOBAL, "contoso.com", "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")
            .clientSecret("secret");
    System.out.println(app.token(request).value() + " " + MsalCredentials.class.getModule());
  }
}
