package dev.countersign.mock.state;

/**
 * A scenario, for people.
 *
 * @param title what it is about; may be empty
 * @param first the state that it begins in
 */
public record ScenarioName(String title, String first) {}
