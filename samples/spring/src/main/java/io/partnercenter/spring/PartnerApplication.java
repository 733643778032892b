package io.partnercenter.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application that has a partner: the smallest there is. */
@SpringBootApplication
public class PartnerApplication {
  public static void main(String... args) {
    SpringApplication.run(PartnerApplication.class, args);
  }
}
