package dev.countersign.openapi.codegen;

import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Pagination;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes how the client reads an operation's answers as pages: where items, next page and total are, as Java. */
final class Pages {
    private static final String LIST = "List<";

    private final Models models;

    Pages(Models models) {
        this.models = models;
    }

    /**
     * How far a path has come.
     *
     * @param code an expression
     * @param optional whether it is an {@code Optional}
     * @param type what it holds, as written where a reference must stand
     */
    private record Reading(String code, boolean optional, String type, boolean deprecated) {
        String value() {
            return optional ? code + ".orElse(null)" : code;
        }
    }

    /** Only where every property on the way is one of a class of its own, and not of one alternative among others. */
    void describe(ObjectNode target, Operation operation) {
        Optional<Pagination> pagination = operation.pagination();
        String answer = target.path("returnsBoxed").stringValue();
        Optional<Reading> items = pagination
                .flatMap(pages -> read(answer, pages.items()))
                .filter(reading -> reading.type().startsWith(LIST));
        Optional<Reading> next = pagination.flatMap(Pagination::next).flatMap(path -> read(answer, path));
        Optional<Reading> total = pagination.flatMap(Pagination::total).flatMap(path -> read(answer, path));
        boolean paged = items.isPresent()
                && next.isPresent() == pagination.get().next().isPresent()
                && total.isPresent() == pagination.get().total().isPresent();
        target.put("paged", paged);
        if (!paged) {
            return;
        }
        String type = items.get().type();
        target.put("pageItem", type.substring(LIST.length(), type.length() - 1));
        target.put("pageItems", "(" + answer + " answer) -> " + items.get().value());
        ArrayNode steps = target.putArray("pageSteps");
        steps.add(step(pagination.get(), next));
        total.ifPresent(reading -> steps.add("total(" + lambda(reading) + ")"));
        boolean deprecated =
                List.of(items, next, total).stream().flatMap(Optional::stream).anyMatch(Reading::deprecated);
        target.put("pageDeprecated", deprecated);
    }

    private static String step(Pagination pagination, Optional<Reading> next) {
        String parameter =
                JavaText.literal(pagination.parameter().map(each -> each.name()).orElse(""));
        return switch (pagination.type()) {
            case PAGE -> "page(" + parameter + ", " + pagination.first() + ")";
            case OFFSET -> "offset(" + parameter + ")";
            case CURSOR -> "cursor(" + parameter + ", " + lambda(next.orElseThrow()) + ")";
            case LINK -> "link(" + next.map(Pages::lambda).orElse("") + ")";
        };
    }

    private static String lambda(Reading reading) {
        return "answer -> " + reading.value();
    }

    private Optional<Reading> read(String answer, List<String> path) {
        Optional<Reading> here = Optional.of(new Reading("answer", false, answer, false));
        for (String name : path) {
            here = here.flatMap(reading -> step(reading, name));
        }
        return here;
    }

    private Optional<Reading> step(Reading from, String name) {
        return models.description(from.type())
                .path("fields")
                .valueStream()
                .filter(field -> field.path("wire").stringValue().equals(name))
                .findFirst()
                .map(field -> step(from, field));
    }

    private static Reading step(Reading from, JsonNode field) {
        String java = field.path("java").stringValue();
        boolean plain = field.path("plain").booleanValue();
        boolean triState = field.path("triState").booleanValue();
        String value = triState ? "().value()" : "()";
        String code = !from.optional()
                ? from.code() + "." + java + value
                : from.code()
                        + (plain ? ".map(" : ".flatMap(")
                        + (triState ? "each -> each." + java + value : from.type() + "::" + java)
                        + ")";
        return new Reading(
                code,
                from.optional() || !plain,
                field.path("boxed").stringValue(),
                from.deprecated() || field.path("deprecated").booleanValue());
    }
}
