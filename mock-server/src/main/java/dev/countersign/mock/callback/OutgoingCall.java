package dev.countersign.mock.callback;

import dev.countersign.mock.exchange.Header;
import java.util.List;

/**
 * A request that the mock is to send.
 *
 * @param name the callback's name in the contract
 * @param method the HTTP method in upper case
 * @param url where to
 * @param headers the header fields, {@code Content-Type} among them where there is a body
 * @param body the body; empty when there is none
 */
public record OutgoingCall(String name, String method, String url, List<Header> headers, String body) {
    public OutgoingCall {
        headers = List.copyOf(headers);
    }
}
