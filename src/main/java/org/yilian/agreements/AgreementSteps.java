package org.yilian.agreements;

/** The use cases by which an agreement moves on. */
record AgreementSteps(
    Proposals proposals,
    Signing signing,
    Declining declining,
    Sealing sealing,
    Marks marks,
    Quotes quotes) {}
