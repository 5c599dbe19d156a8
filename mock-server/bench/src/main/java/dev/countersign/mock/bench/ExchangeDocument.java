package dev.countersign.mock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The document of the exchanges that are measured alone. */
final class ExchangeDocument {
    static final int LISTED = 5_000;

    private static final String ITEM =
            "{\"id\":%06d,\"name\":\"An item of the list\",\"email\":\"abc@abc.com\",\"tags\":[\"one\",\"two\"],\"price\":12.5}";
    /** One item with its comma. */
    static final int ITEM_BYTES = item(0).length() + 1;

    private ExchangeDocument() {}

    /** A JSON array of that many items. */
    static String items(int count) {
        return IntStream.range(0, count).mapToObj(ExchangeDocument::item).collect(Collectors.joining(",", "[", "]"));
    }

    private static String item(int number) {
        return ITEM.formatted(100_000 + number);
    }

    static Path write(Path folder) throws IOException {
        Path file = folder.resolve("exchanges.json");
        Files.writeString(file, """
                {"openapi":"3.0.3","info":{"title":"Exchanges","version":"1"},"paths":{
                "/small":{"post":{"requestBody":{"required":true,"content":{"application/json":{"schema":{
                  "type":"object","required":["email","password"],"properties":{
                  "email":{"type":"string","format":"email"},"password":{"type":"string","minLength":4}}}}}},
                  "responses":{"200":{"$ref":"#/components/responses/Done"}}}},
                "/import":{"post":{"requestBody":{"required":true,"content":{"application/json":{"schema":{
                  "type":"array","items":{"$ref":"#/components/schemas/Item"}}}}},
                  "responses":{"200":{"$ref":"#/components/responses/Done"}}}},
                "/upload":{"post":{"requestBody":{"required":true,"content":{"multipart/form-data":{"schema":{
                  "type":"object","required":["file"],"properties":{
                  "note":{"type":"string"},"file":{"type":"string","format":"binary"}}}}}},
                  "responses":{"200":{"$ref":"#/components/responses/Done"}}}},
                "/generated":{"get":{"responses":{"200":{"description":"ok","content":{"application/json":{"schema":{
                  "type":"array","minItems":5000,"maxItems":5000,"items":{
                  "type":"object","required":["text"],"properties":{
                  "text":{"type":"string","minLength":990,"maxLength":990}}}}}}}}}},
                "/items":{"get":{"responses":{"200":{"description":"ok","content":{"application/json":{"schema":{
                  "type":"array","items":{"$ref":"#/components/schemas/Item"}},"example":%s}}}}}},
                "/stream":{"get":{"responses":{"200":{"description":"ok","content":{"application/octet-stream":{
                  "schema":{"type":"string","format":"binary"}}}}}}}},
                "components":{"responses":{"Done":{"description":"ok","content":{"application/json":{"schema":{
                  "type":"object","required":["scope"],"properties":{
                  "scope":{"type":"string"},"expiresIn":{"type":"integer"}}},"example":%s}}}},
                "schemas":{"Item":{"type":"object","required":["id","name","email"],"properties":{
                  "id":{"type":"integer"},"name":{"type":"string"},"email":{"type":"string","format":"email"},
                  "tags":{"type":"array","items":{"type":"string"}},"price":{"type":"number"}}}}}}
                """.formatted(items(LISTED), Stubs.ANSWER));
        return file;
    }
}
