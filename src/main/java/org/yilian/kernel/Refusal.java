package org.yilian.kernel;

import java.util.List;
import java.util.Objects;

/**
 * An expected no: the caller asked for something that the rules do not allow, and is told why.
 * Carries an HTTP status and a stable kebab-case code. Everything else that fails is a bug.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient List<Field> fields;

  private Refusal(int status, String code, String detail, List<Field> fields) {
    super(detail, null, false, false);
    this.status = status;
    this.code = Objects.requireNonNull(code);
    this.fields = List.copyOf(fields);
  }

  /** A refusal with a stable code and a sentence for people. */
  public static Refusal of(int status, String code, String detail) {
    return new Refusal(status, code, detail, List.of());
  }

  /** 400 {@code invalid-fields}: every wrong field at once. */
  public static Refusal fields(List<Field> fields) {
    return new Refusal(400, "invalid-fields", "有内容需要修改，请看各项说明。", fields);
  }

  /** 400 with one field. */
  public static Refusal field(String name, String reason) {
    return fields(List.of(new Field(name, reason)));
  }

  /** 400 with a code of its own and the field it concerns. */
  public static Refusal bad(String code, String name, String reason) {
    return new Refusal(400, code, reason, List.of(new Field(name, reason)));
  }

  /** 401: no session, or one that has ended. */
  public static Refusal unauthenticated(String code, String detail) {
    return of(401, code, detail);
  }

  /** 404: what is not there and what the caller may not see are the same. */
  public static Refusal notFound() {
    return of(404, "not-found", "没有找到，或者您没有权限查看。");
  }

  /** 409: a wrong turn. */
  public static Refusal conflict(String code, String detail) {
    return of(409, code, detail);
  }

  /** 409 with all that is missing. */
  public static Refusal conflict(String code, String detail, List<Field> missing) {
    return new Refusal(409, code, detail, missing);
  }

  /** 410: an invitation that has ended. */
  public static Refusal gone(String code, String detail) {
    return of(410, code, detail);
  }

  /** 503 {@code try-again}: nothing was stored, and the same request may succeed later. */
  public static Refusal tryAgain() {
    return of(503, "try-again", "系统暂时忙，内容没有保存，请稍后再试。");
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return getMessage();
  }

  public List<Field> fields() {
    return fields == null ? List.of() : fields;
  }
}
