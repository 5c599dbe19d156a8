package dev.countersign.mock.control;

/**
 * What belongs to the requests of one session, so that tests that run side by side do not see each other.
 *
 * @param name empty for the session of all requests that name none
 * @param answers what its operations are switched to
 * @param exchanges what was requested in it
 */
record Session(String name, Answers answers, Exchanges exchanges) {
    Session(String name) {
        this(name, new Answers(), new Exchanges());
    }
}
