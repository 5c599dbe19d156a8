package dev.countersign.openapi.document;

import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Place;
import dev.countersign.openapi.contract.Problem.Severity;
import dev.countersign.openapi.json.JsonText;
import dev.countersign.openapi.json.MalformedTextException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One file of a document. JSON is read by its own parser although it is almost YAML, because YAML forbids the tabs that
 * JSON allows. Confined to the thread that loads the document, except {@link #place}.
 */
public final class Source {
    private final String name;
    private final URI location;
    private final String text;
    private final JsonNode tree;
    private @Nullable Map<String, Integer> lines;

    /**
     * @param name the file as a user would name it
     * @param location what relative references are resolved against
     * @param text the whole text
     * @throws ContractException when the text is neither YAML nor JSON; names the line
     */
    public Source(String name, URI location, String text) {
        this.name = name;
        this.location = location;
        this.text = text;
        this.tree = parse();
    }

    public String name() {
        return name;
    }

    public URI location() {
        return location;
    }

    public JsonNode tree() {
        return tree;
    }

    /** Where a pointer stands in this file; the line is that of its nearest ancestor that exists. */
    public synchronized Place place(String pointer) {
        if (lines == null) {
            lines = lines();
        }
        String at = pointer;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return new Place(name, Optional.ofNullable(lines.get(at)), pointer);
    }

    private JsonNode parse() {
        try {
            return isJson() ? JsonText.parse(text) : YamlText.parse(text);
        } catch (MalformedTextException e) {
            throw unreadable(Optional.of(e.line()), e.what(), e.fix());
        } catch (StackOverflowError e) {
            throw unreadable(Optional.empty(), "The file is nested too deeply to be read.", "Flatten it.");
        }
    }

    private Map<String, Integer> lines() {
        try {
            return isJson() ? JsonText.lines(text) : YamlText.lines(text);
        } catch (MalformedTextException | StackOverflowError e) {
            return Map.of();
        }
    }

    private ContractException unreadable(Optional<Integer> line, String what, String fix) {
        return new ContractException(List.of(new Problem(Severity.ERROR, new Place(name, line, ""), what, fix)));
    }

    private boolean isJson() {
        return text.stripLeading().startsWith("{") && !name.endsWith(".yaml") && !name.endsWith(".yml");
    }
}
