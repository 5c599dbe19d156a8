package dev.countersign.mock.cli.config;

/**
 * What a flag is set to elsewhere than on the command line.
 *
 * @param value as on the command line
 * @param origin where that is, for a message: a variable's name, or file and line
 */
record Setting(String value, String origin) {}
