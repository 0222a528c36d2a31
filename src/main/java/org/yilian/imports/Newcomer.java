package org.yilian.imports;

import org.yilian.identity.Person;

/**
 * A member of staff as a row names him.
 *
 * @param organisation his home
 * @param serving the organisation in which he serves, or null
 * @param areaCode the area that is his own, or null
 * @param phone or null
 */
record Newcomer(
    Person person,
    UnitName organisation,
    UnitName serving,
    String areaCode,
    String phone,
    String password) {}
