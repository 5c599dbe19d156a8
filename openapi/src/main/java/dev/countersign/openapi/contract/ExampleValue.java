package dev.countersign.openapi.contract;

import dev.countersign.openapi.json.JsonText;
import dev.countersign.openapi.json.MalformedTextException;
import java.util.Locale;

/**
 * Which of the fields of an example is its value (OAS 3.2 section 4.19). How data is written in JSON,
 * XML and forms is known; for any other media type only {@code serializedValue} says it.
 */
final class ExampleValue {
    private ExampleValue() {}

    /** The field, missing where there is none. */
    static DocumentNode of(DocumentNode example, String mediaType) {
        DocumentNode value = example.child("value");
        DocumentNode data = example.child("dataValue");
        DocumentNode serialized = example.child("serializedValue");
        if (value.exists() || !serialized.exists()) {
            return data.exists() ? data : value;
        }
        String type = mediaType.toLowerCase(Locale.ROOT);
        boolean writable = type.isEmpty() || type.contains("json") || type.contains("xml") || type.contains("form-");
        if (data.exists() && writable) {
            return data;
        }
        String essence = type.split(";", 2)[0].strip();
        return essence.endsWith("/json") || essence.endsWith("+json") ? parsed(serialized) : serialized;
    }

    /** The text is JSON; one that is not is the example's fault, and stays a text. */
    private static DocumentNode parsed(DocumentNode serialized) {
        try {
            return serialized.with(JsonText.parse(serialized.node().asString("")));
        } catch (MalformedTextException notJson) {
            return serialized;
        }
    }
}
