package org.yilian.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scheme, host and port count; case and a port that goes without saying do not. */
class OriginsTest {

  @ParameterizedTest
  @CsvSource({
    "https://yilian.example,      https://yilian.example,      yilian.example,  true",
    "https://yilian.example,      https://yilian.example:443,  yilian.example,  true",
    "https://yilian.example:443,  https://yilian.example,      yilian.example,  true",
    "https://Yilian.Example,      HTTPS://YILIAN.EXAMPLE,      other,           true",
    "https://yilian.example:8443, https://yilian.example:8443, yilian.example,  true",
    "https://yilian.example:8443, https://yilian.example,      yilian.example,  false",
    "https://yilian.example,      http://yilian.example,       yilian.example,  false",
    "https://yilian.example,      http://yilian.example:443,   yilian.example,  false",
    "https://yilian.example,      https://yilian.example:0443, yilian.example,  true",
    "https://yilian.example,      https://yilian.example/,     yilian.example,  false",
    "https://yilian.example,      https://a@yilian.example,    yilian.example,  false",
    "https://yilian.example,      https://yilian.example.,     yilian.example,  false",
    "https://yilian.example,      https://xyilian.example,     xyilian.example, false",
    "https://yilian.example,      https://evil.example,        evil.example,    false",
    "https://yilian.example,      http://evil.example:8080,    evil.example:8080, false",
    "http://localhost:8080,       http://localhost:8080,       localhost:8080,  true",
    "http://localhost:8080,       http://127.0.0.1:8080,       127.0.0.1:8080,  true",
    "http://localhost:8080,       http://192.168.1.5:8080,     192.168.1.5:8080, true",
    "http://localhost:8080,       http://[::1]:8080,           [::1]:8080,      true",
    "http://localhost:8080,       http://127.0.0.1:9090,       127.0.0.1:8080,  false",
    "http://localhost:8080,       http://localhost:9090,       127.0.0.1:8080,  false",
    "http://localhost:8080,       file://,                     localhost:8080,  false",
    "http://localhost:8080,       null,                        localhost:8080,  false",
    "http://localhost:8080,       'http://local host',         localhost:8080,  false"
  })
  void decides(String publicUrl, String origin, String host, boolean allowed) {
    assertEquals(allowed, new Origins(URI.create(publicUrl)).allow(origin, host));
  }
}
