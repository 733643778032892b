module smoke {
  requires io.partnercenter;
}
