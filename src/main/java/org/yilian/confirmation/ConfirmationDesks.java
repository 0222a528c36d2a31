package org.yilian.confirmation;

/** The use cases by which an application moves on. */
record ConfirmationDesks(
    Applications applications,
    CoSigning coSigning,
    Submissions submissions,
    Bench bench,
    Motions motions) {}
