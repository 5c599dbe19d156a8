package dev.countersign.openapi.document;

import dev.countersign.openapi.contract.ContractException;
import dev.countersign.openapi.contract.Problem;
import dev.countersign.openapi.contract.Problem.Place;
import dev.countersign.openapi.contract.Problem.Severity;
import dev.countersign.openapi.json.DuplicateName;
import dev.countersign.openapi.json.JsonText;
import dev.countersign.openapi.json.MalformedTextException;
import java.net.URI;
import java.util.ArrayList;
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
    private final byte[] bytes;
    private final List<Problem> problems = new ArrayList<>();
    private final JsonNode tree;
    private @Nullable Map<String, Integer> lines;

    /**
     * @param name the file as a user would name it
     * @param location what relative references are resolved against
     * @param bytes the whole text in an encoding of Unicode
     * @throws ContractException when the text is neither YAML nor JSON; names the line
     */
    public Source(String name, URI location, byte[] bytes) {
        this.name = name;
        this.location = location;
        this.bytes = bytes;
        this.tree = parse();
    }

    public String name() {
        return name;
    }

    public URI location() {
        return location;
    }

    /** What is to be said of the text, although it can be read. */
    List<Problem> problems() {
        return problems;
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
            String text = DocumentText.of(bytes);
            if (text.startsWith("<") && !text.startsWith("<<")) {
                throw new MalformedTextException(
                        1, "This is XML or HTML, neither YAML nor JSON.", "Name a document in YAML or JSON.");
            }
            return isJson(text) ? JsonText.parse(text, this::warn) : YamlText.parse(text, this::warn);
        } catch (MalformedTextException e) {
            throw unreadable(Optional.of(e.line()), e.what(), e.fix());
        } catch (StackOverflowError e) {
            throw unreadable(Optional.empty(), "The file is nested too deeply to be read.", "Flatten it.");
        }
    }

    private void warn(DuplicateName duplicate) {
        problems.add(new Problem(
                Severity.WARNING,
                new Place(name, Optional.of(duplicate.line()), ""),
                "The key \"" + duplicate.name() + "\" stands twice in one object; the last one counts.",
                "Remove one."));
    }

    private Map<String, Integer> lines() {
        try {
            String text = DocumentText.of(bytes);
            return isJson(text) ? JsonText.lines(text) : YamlText.lines(text);
        } catch (MalformedTextException | StackOverflowError e) {
            return Map.of();
        }
    }

    private ContractException unreadable(Optional<Integer> line, String what, String fix) {
        return new ContractException(List.of(new Problem(Severity.ERROR, new Place(name, line, ""), what, fix)));
    }

    private boolean isJson(String text) {
        return text.stripLeading().startsWith("{") && !name.endsWith(".yaml") && !name.endsWith(".yml");
    }
}
