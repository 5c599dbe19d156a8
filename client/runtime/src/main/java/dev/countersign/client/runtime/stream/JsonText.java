package dev.countersign.client.runtime.stream;

/**
 * An item before it is read.
 *
 * @param whole whether it is not known to have been cut off
 */
record JsonText(String text, boolean whole) {}
