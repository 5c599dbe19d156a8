package dev.countersign.verify.cases;

import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.RequestBody;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What an operation's requests are documented to carry, by the name of the example. */
final class RequestExamples {
    /** Header parameters that the standard ignores, because the message itself says them (OAS 3.1 section 4.8.12.2). */
    private static final Set<String> IGNORED = Set.of("accept", "content-type", "authorization");

    private final Operation operation;
    private final Samples samples;
    private final Optional<MediaTypeSpec> type;
    private final List<Example> bodies;

    RequestExamples(Operation operation, Samples samples, List<String> notes) {
        this.operation = operation;
        this.samples = samples;
        this.type = operation.requestBody().map(RequestBody::content).flatMap(MediaTypes::preferred);
        this.bodies = type.map(MediaTypeSpec::examples).orElse(List.of()).stream()
                .filter(example -> example.value().isPresent())
                .filter(example -> isValid(example, notes))
                .toList();
    }

    /** The names of the body's valid examples, lone ones left out, in the document's order. */
    List<String> bodyNames() {
        return bodies.stream()
                .map(Example::name)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Whether a request is documented for this name: by it, by a lone example, or because there is nothing to say. */
    boolean pairsWith(String name) {
        List<Example> all = Stream.concat(
                        bodies.stream(), operation.parameters().stream().flatMap(p -> p.examples().stream()))
                .toList();
        return all.stream().allMatch(example -> example.name().isEmpty())
                || all.stream().anyMatch(example -> example.name().equals(name));
    }

    /** The request body of that name; else the lone or first one; else a generated one. */
    Optional<Body> body(String name) {
        return type.map(media -> {
            JsonNode value = named(bodies, name)
                    .orElseGet(() ->
                            samples.request(media.schema().orElseGet(() -> SchemaNode.anything(media.pointer()))));
            return Body.of(media, PlainNumbers.in(value));
        });
    }

    /** The value of every parameter for that name. */
    List<Argument> arguments(String name) {
        List<Argument> arguments = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            if (isIgnored(parameter)) {
                continue;
            }
            JsonNode value = PlainNumbers.in(value(parameter, name));
            if (parameter.required() || isWritable(parameter, value)) {
                arguments.add(new Argument(parameter, value));
            }
        }
        return arguments;
    }

    /** The styles write lists and objects of plain values; what is nested deeper they leave undefined (OAS 3.1 section 4.8.12.6). */
    private static boolean isWritable(Parameter parameter, JsonNode value) {
        boolean deep = parameter.style() == Parameter.Style.DEEP_OBJECT;
        return parameter.content().isPresent()
                || value.valueStream().noneMatch(inner -> deep ? inner.isObject() : inner.isContainer());
    }

    /** Cookies are not sent with a TRACE, which would tell them to everybody on the way (RFC 9110 section 9.3.8). */
    private boolean isIgnored(Parameter parameter) {
        return switch (parameter.in()) {
            case HEADER -> IGNORED.contains(parameter.name().toLowerCase(Locale.ROOT));
            case COOKIE -> operation.method().equals("TRACE") && !parameter.required();
            case PATH, QUERY -> false;
        };
    }

    private JsonNode value(Parameter parameter, String name) {
        Optional<SchemaNode> schema =
                parameter.schema().or(() -> parameter.content().flatMap(MediaTypeSpec::schema));
        List<Example> examples = Stream.concat(
                        parameter.examples().stream(),
                        parameter.content().stream().flatMap(media -> media.examples().stream()))
                .filter(example -> example.value().isPresent())
                .filter(example -> schema.flatMap(
                                s -> samples.requestFault(s, example.value().get()))
                        .isEmpty())
                .toList();
        return named(examples, name)
                .orElseGet(
                        () -> schema.map(samples::request).orElseGet(() -> JsonNodeFactory.instance.stringNode("any")));
    }

    private boolean isValid(Example example, List<String> notes) {
        Optional<String> fault = type.flatMap(MediaTypeSpec::schema)
                .flatMap(schema -> samples.requestFault(schema, example.value().orElseThrow()));
        fault.ifPresent(text -> notes.add(operation.id() + ": request example \"" + example.name()
                + "\" does not fit its schema and is left out: " + text));
        return fault.isEmpty();
    }

    private static Optional<JsonNode> named(List<Example> examples, String name) {
        return examples.stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .or(() -> examples.stream()
                        .filter(example -> example.name().isEmpty())
                        .findFirst())
                .or(() -> examples.stream().findFirst())
                .flatMap(Example::value);
    }
}
