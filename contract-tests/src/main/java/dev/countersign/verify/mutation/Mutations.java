package dev.countersign.verify.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue of mutations of a document: each kind at the first place, or the first few, where it is possible. */
public final class Mutations {
    private final ObjectNode document;
    private final Tree tree;
    private final List<Mutation> found = new ArrayList<>();

    private Mutations(ObjectNode document) {
        this.document = document;
        this.tree = new Tree(document);
    }

    /** All that are possible in a document. */
    public static List<Mutation> of(ObjectNode document) {
        Mutations all = new Mutations(document);
        all.operations();
        all.messages("request", Tree::requestContent);
        all.messages("answer", (tree, at) -> tree.responseContent(at, '2'));
        all.messages("error", (tree, at) -> tree.responseContent(at, '4'));
        all.parameters();
        return all.found;
    }

    private void operations() {
        firstOperation().ifPresent(at -> {
            add("another path", at.toString(), root -> {
                ObjectNode paths = (ObjectNode) root.path("paths");
                paths.set(at.path() + "-moved", paths.remove(at.path()));
            });
            add("another method", at.toString(), root -> {
                ObjectNode item = (ObjectNode) root.path("paths").path(at.path());
                String other = Stream.of("patch", "put", "delete")
                        .filter(method -> !item.has(method))
                        .findFirst()
                        .orElseThrow();
                item.set(other, item.remove(at.method()));
            });
            add(
                    "an operation less",
                    at.toString(),
                    root -> ((ObjectNode) root.path("paths").path(at.path())).remove(at.method()));
            add("a security requirement more", at.toString(), root -> {
                ObjectNode schemes = root.withObjectProperty("components").withObjectProperty("securitySchemes");
                schemes.putObject("mutant")
                        .put("type", "apiKey")
                        .put("in", "header")
                        .put("name", "X-Mutant");
                new Tree(root).operation(at).putArray("security").addObject().putArray("mutant");
            });
            tree.status(at, '2')
                    .ifPresent(status -> add("another status", at.toString(), root -> {
                        ObjectNode responses =
                                (ObjectNode) new Tree(root).operation(at).path("responses");
                        responses.set(status.equals("202") ? "203" : "202", responses.remove(status));
                    }));
            tree.status(at, '4')
                    .ifPresent(status -> add(
                            "an error less",
                            at.toString(),
                            root -> ((ObjectNode) new Tree(root).operation(at).path("responses")).remove(status)));
        });
        tree.operations().stream()
                .filter(at -> !tree.operation(at).path("security").isEmpty()
                        || !document.path("security").isEmpty()
                                && !tree.operation(at).has("security"))
                .filter(at -> tree.operation(at).path("security").valueStream().noneMatch(s -> s.isEmpty()))
                .findFirst()
                .ifPresent(at -> add(
                        "a security requirement less",
                        at.toString(),
                        root -> new Tree(root).operation(at).putArray("security")));
    }

    private Optional<Tree.At> firstOperation() {
        return tree.operations().stream().findFirst();
    }

    private void messages(String message, BiFunction<Tree, Tree.At, Optional<ObjectNode>> content) {
        tree.operations().stream()
                .filter(at -> content.apply(tree, at).flatMap(tree::schema).isPresent())
                .findFirst()
                .ifPresent(at -> {
                    String place = message + " of " + at;
                    mediaTypeAndExamples((name, change) ->
                            add(name, place, root -> change.accept(new Tree(root), content(content, root, at))));
                    ObjectNode schema =
                            tree.schema(content.apply(tree, at).orElseThrow()).orElseThrow();
                    FieldMutations.of(tree, schema)
                            .forEach(each -> found.add(new Mutation(
                                    each.name(),
                                    place,
                                    each.field(),
                                    root -> each.change()
                                            .accept(
                                                    root,
                                                    new Tree(root)
                                                            .schema(content(content, root, at))
                                                            .orElseThrow()))));
                });
    }

    private static ObjectNode content(
            BiFunction<Tree, Tree.At, Optional<ObjectNode>> content, ObjectNode root, Tree.At at) {
        return content.apply(new Tree(root), at).orElseThrow();
    }

    private static void mediaTypeAndExamples(BiConsumer<String, BiConsumer<Tree, ObjectNode>> inContent) {
        inContent.accept(
                "another media type", (t, c) -> c.set("application/vnd.mutant+json", c.remove("application/json")));
        inContent.accept("an example less", (t, c) -> {
            ObjectNode type = (ObjectNode) c.path("application/json");
            if (type.path("examples") instanceof ObjectNode examples && !examples.isEmpty()) {
                examples.remove(examples.propertyNames().iterator().next());
            } else {
                type.remove("example");
            }
        });
        inContent.accept("another valid example", (t, c) -> values(t, c).ifPresent(Mutations::changeOneValue));
        inContent.accept("a wrong example", (t, c) -> {
            ObjectNode type = (ObjectNode) c.path("application/json");
            if (type.path("examples") instanceof ObjectNode examples && !examples.isEmpty()) {
                ObjectNode example = (ObjectNode) t.resolved(examples.iterator().next());
                example.put("value", "mutant");
            } else {
                type.put("example", "mutant");
            }
        });
    }

    /** The first example that is an object. */
    private static Optional<ObjectNode> values(Tree tree, ObjectNode content) {
        JsonNode type = content.path("application/json");
        return Stream.concat(
                        type.path("examples")
                                .valueStream()
                                .map(example -> tree.resolved(example).path("value")),
                        Stream.of(type.path("example")))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    /** Adds a field: what a schema without {@code additionalProperties: false} allows, and no schema documents. */
    private static void changeOneValue(ObjectNode example) {
        example.put("mutant", "another");
    }

    private void parameters() {
        tree.operations().stream()
                .filter(at -> tree.operation(at)
                        .path("parameters")
                        .valueStream()
                        .map(tree::resolved)
                        .anyMatch(p -> p.path("in").asString("").equals("query")))
                .findFirst()
                .ifPresent(at -> add("another name of a parameter", at.toString(), root -> {
                    Tree t = new Tree(root);
                    t.operation(at)
                            .path("parameters")
                            .valueStream()
                            .map(t::resolved)
                            .filter(p -> p.path("in").asString("").equals("query"))
                            .findFirst()
                            .ifPresent(p ->
                                    ((ObjectNode) p).put("name", p.path("name").asString() + "-mutant"));
                }));
        firstOperation()
                .ifPresent(at -> add("a required parameter more", at.toString(), root -> {
                    ArrayNode parameters = new Tree(root).operation(at).withArrayProperty("parameters");
                    ObjectNode more = parameters
                            .addObject()
                            .put("name", "X-Mutant")
                            .put("in", "header")
                            .put("required", true);
                    more.set("schema", JsonNodeFactory.instance.objectNode().put("type", "string"));
                    more.put("example", "mutant");
                }));
    }

    private void add(String name, String place, java.util.function.Consumer<ObjectNode> change) {
        found.add(new Mutation(name, place, "", change));
    }
}
