package dev.countersign.openapi.codegen;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A group of operations on its way to an interface and its implementation. */
final class Facade {
    private final ObjectNode description = JsonNodeFactory.instance.objectNode();
    private final ObjectNode group = JsonNodeFactory.instance.objectNode();
    private final Imports ofInterface = new Imports().add("ApiResponse CompletableFuture");
    private final Imports ofImplementation = new Imports()
            .add("ApiRequest ApiResponse CompletableFuture Decoding Exchange Operation RequestLine RequestOptions");
    private boolean savable;
    private boolean paged;
    private boolean streams;

    Facade(String tag, String accessor, String told) {
        description.put("tag", tag);
        description.put("class", tag + "Api");
        description.put("field", JavaNames.member(tag) + "Api");
        description.put("accessor", accessor);
        Javadoc.of(told)
                .paragraph(
                        "An application may implement it: to stand in for the server in a test, or to add to its calls.")
                .describe(group, "javadoc");
    }

    /** What the client prints of it. */
    ObjectNode description() {
        return description;
    }

    void add(ObjectNode operation) {
        boolean first = !description.has("known");
        if (first) {
            description.put("known", true);
            operation.set("group", group);
        }
        boolean saves = operation.path("savable").booleanValue();
        operation.put("first", first);
        operation.put("firstSavable", saves && !savable);
        savable |= saves;
        boolean pages = operation.path("paged").booleanValue();
        operation.put("firstPaged", pages && !paged);
        paged |= pages;
        boolean streamed = operation.path("streams").booleanValue();
        operation.put("firstStreamed", streamed && !streams);
        streams |= streamed;
        mention(operation);
    }

    private void mention(ObjectNode operation) {
        String returned = operation.path("returnsAnnotated").stringValue();
        boolean optional = operation.path("hasOptional").booleanValue();
        for (Imports imports : new Imports[] {ofInterface, ofImplementation}) {
            imports.add(
                    returned,
                    operation.path("returnsBoxed").stringValue(),
                    operation.path("signature").stringValue());
        }
        JsonNode streamed = operation.path("streamed");
        ofInterface.add(streamed.path("streamReturns").asString(""));
        ofImplementation.add(streamed.path("streamReturns").asString(""));
        streamed.path("streamSuccesses")
                .forEach(row -> ofImplementation.add(row.path("decoding").stringValue()));
        ofInterface.addIf(optional, "Nullable Optional");
        ofImplementation.addIf(!operation.path("parameters").isEmpty(), "Style");
        for (JsonNode parameter : operation.path("optional")) {
            ofInterface.add(
                    parameter.path("annotatedBoxed").stringValue(),
                    parameter.path("copy").stringValue());
        }
        for (String rows : new String[] {"successes", "failures"}) {
            for (JsonNode row : operation.path(rows)) {
                boolean typed = row.path("typed").asBoolean(false);
                ofImplementation.add(row.path("decoding").asString(""));
                ofImplementation.addIf(
                        typed,
                        row.path("token").asString(""),
                        row.path("exception").asString(""));
                ofInterface.add(row.path("exception").asString(""));
            }
        }
        if (operation.path("paged").booleanValue()) {
            String item = operation.path("pageItem").stringValue();
            ofInterface.add("Pager", item);
            ofImplementation.add("PageRule Pager", item);
            ofImplementation.add(operation.path("pageItems").stringValue());
            operation.path("pageSteps").forEach(step -> ofImplementation.add(step.stringValue()));
        }
        ofImplementation.addIf(operation.path("hasBody").booleanValue(), "Payload");
        ofImplementation.addIf(operation.path("takesParts").asBoolean(false), "List Style");
        ofImplementation.addIf(operation.path("hasServers").booleanValue(), "List ServerTemplate");
    }

    /** Adds what is known only when all operations and models are. */
    void finish(String header, Models models) {
        group.put("header", header);
        group.put("hasSavable", savable);
        group.put("hasPaged", paged);
        group.put("hasStreaming", streams);
        ofInterface.addIf(savable, "Path").describe(group, models);
        ofImplementation.addIf(savable, "Path").describe(group.putObject("implementation"), models);
    }
}
