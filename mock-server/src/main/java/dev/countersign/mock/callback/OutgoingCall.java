package dev.countersign.mock.callback;

import java.util.Optional;

/**
 * A request that the mock is to send.
 *
 * @param name the callback's name in the contract
 * @param method the HTTP method in upper case
 * @param url where to
 * @param contentType the media type of the body; absent when there is none
 * @param body the body; empty when there is none
 */
public record OutgoingCall(String name, String method, String url, Optional<String> contentType, String body) {}
