package org.yilian.disputes;

/** What a dispute is about, by the types of the statistics of people's mediation. */
public enum DisputeType {
  MARRIAGE_FAMILY,
  NEIGHBOUR,
  HOUSE_HOMESTEAD,
  CONTRACT,
  PRODUCTION_BUSINESS,
  DAMAGE_COMPENSATION,
  FOREST_LAND,
  EXPROPRIATION,
  ENVIRONMENT,
  MIGRANT_WAGE,
  LABOUR_OTHER,
  TOURISM,
  ECOMMERCE,
  CONSUMER_OTHER,
  MEDICAL,
  TRAFFIC,
  PROPERTY_MGMT,
  OTHER;

  /** Whether it is about pay or work, where other roads and courts apply. */
  public boolean labour() {
    return this == MIGRANT_WAGE || this == LABOUR_OTHER;
  }

  public boolean consumer() {
    return this == TOURISM || this == ECOMMERCE || this == CONSUMER_OTHER;
  }

  public boolean family() {
    return this == MARRIAGE_FAMILY;
  }
}
