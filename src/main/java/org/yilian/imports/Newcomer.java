package org.yilian.imports;

import org.yilian.identity.Person;

/**
 * A member of staff as a spreadsheet tells of him.
 *
 * @param person without his organisation's id, which is looked up by its name
 * @param serving the name of the organisation that he serves in besides, or null
 * @param areaCode his own grid or area, or null
 */
record Newcomer(
    Person person,
    String organisation,
    String serving,
    String areaCode,
    String phone,
    String password) {}
