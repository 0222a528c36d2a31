package org.yilian.disputes;

/** 自主化解 or 请求协同化解: whether whoever reported it deals with it himself. */
public enum Handling {
  SELF,
  TOGETHER
}
