package io.partnercenter.guides;

import io.partnercenter.IPartner;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class BalanceApplication {
  public static void main(String[] args) {
    SpringApplication.run(BalanceApplication.class, args);
  }

  @Bean
  ApplicationRunner printBalance(IPartner partner) {
    return arguments ->
        System.out.println(partner.invoices().summary().get().balanceAmount().toPlainString());
  }
}
