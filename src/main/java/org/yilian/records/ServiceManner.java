package org.yilian.records;

/** How a document reached a party. */
enum ServiceManner {
  IN_PERSON,
  MAIL,
  /** By the electronic way to which the party has consented (人民法院在线诉讼规则 29). */
  ELECTRONIC,
  /** Given to somebody whom the party named for it. */
  TO_AGENT
}
