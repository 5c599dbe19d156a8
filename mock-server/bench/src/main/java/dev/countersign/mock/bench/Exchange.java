package dev.countersign.mock.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An exchange that is measured alone, one after the other on one connection.
 *
 * @param what what it is, for readers
 * @param request a whole HTTP/1.1 request, answered with 200
 */
@SuppressWarnings("ArrayRecordComponent") // Exchanges are not compared.
record Exchange(String what, byte[] request) {
    private static final int MEGABYTE = 1_000_000;

    /** A small JSON request and answer. */
    static Exchange small() {
        return post(
                "small JSON",
                "/small",
                "application/json",
                text("{\"email\":\"abc@abc.com\",\"password\":\"Gpattm@#124\"}"));
    }

    /** A JSON request of 1 MB. */
    static Exchange json() {
        return post(
                "1 MB of JSON sent",
                "/import",
                "application/json",
                text(ExchangeDocument.items(MEGABYTE / ExchangeDocument.ITEM_BYTES)));
    }

    /** A multipart request with a file of 10 MB. */
    static Exchange upload() {
        byte[] head = text("""
                --limit\r
                Content-Disposition: form-data; name="note"\r
                \r
                a file\r
                --limit\r
                Content-Disposition: form-data; name="file"; filename="a.bin"\r
                Content-Type: application/octet-stream\r
                \r
                """);
        byte[] end = text("\r\n--limit--\r\n");
        byte[] body = Arrays.copyOf(head, head.length + 10 * MEGABYTE + end.length);
        System.arraycopy(end, 0, body, body.length - end.length, end.length);
        return post("10 MB uploaded", "/upload", "multipart/form-data; boundary=limit", body);
    }

    /** An answer of 5 MB that is generated from its schema. */
    static Exchange generated() {
        return get("5 MB generated", "/generated", "Prefer: dynamic=true\r\n");
    }

    /** An answer with a list of 5,000 items. */
    static Exchange items() {
        return get("list of 5,000 items", "/items", "");
    }

    /** An answer that comes in pieces, the second 200 ms after the first. */
    static Exchange stream() {
        return get("32 MB streamed, a pause of 200 ms in it", "/stream", "");
    }

    private static Exchange get(String what, String path, String headers) {
        return new Exchange(what, text("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n"));
    }

    private static Exchange post(String what, String path, String mediaType, byte[] body) {
        byte[] head = text("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + mediaType
                + "\r\nAccept: application/json\r\nContent-Length: " + body.length + "\r\n\r\n");
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return new Exchange(what, request);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
