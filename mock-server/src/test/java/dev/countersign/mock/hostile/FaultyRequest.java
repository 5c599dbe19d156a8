package dev.countersign.mock.hostile;

import java.nio.charset.StandardCharsets;

/**
 * A request with one fault, as it travels.
 *
 * @param kind what is wrong, for people
 * @param place a text that a refusal must hold, because it names the faulty place
 * @param message the request's bytes
 */
@SuppressWarnings("ArrayRecordComponent") // made once and sent many times
record FaultyRequest(String kind, String place, byte[] message) {
    String firstLine() {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        return text.substring(0, text.indexOf('\r'));
    }
}
