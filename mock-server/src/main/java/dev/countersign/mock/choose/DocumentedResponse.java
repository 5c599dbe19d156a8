package dev.countersign.mock.choose;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.ResponseSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A documented response with all its representations, made once. */
record DocumentedResponse(ResponseSpec specification, List<Alternative> alternatives, Representation empty) {

    /**
     * One media type of a response.
     *
     * @param named the examples that have a value, in the document's order
     * @param generated the representation without example
     */
    record Alternative(MediaType type, List<Representation> named, Representation generated) {
        Optional<Representation> example(String name) {
            return named.stream()
                    .filter(representation -> representation
                            .example()
                            .map(Example::name)
                            .orElse("")
                            .equals(name))
                    .findFirst();
        }

        Representation usual(boolean ignoreExamples) {
            return named.isEmpty() || ignoreExamples ? generated : named.get(0);
        }
    }

    static DocumentedResponse of(ResponseSpec response) {
        List<Alternative> alternatives = new ArrayList<>();
        for (MediaTypeSpec spec : response.content()) {
            MediaType.parse(spec.name()).ifPresent(type -> alternatives.add(alternative(response, spec, type)));
        }
        return new DocumentedResponse(
                response, List.copyOf(alternatives), new Representation(response, Optional.empty(), Optional.empty()));
    }

    private static Alternative alternative(ResponseSpec response, MediaTypeSpec spec, MediaType type) {
        List<Representation> named = examples(response, spec, type).stream()
                .filter(example -> example.value().isPresent())
                .map(example -> new Representation(response, Optional.of(spec), Optional.of(example)))
                .toList();
        return new Alternative(type, named, new Representation(response, Optional.of(spec), Optional.empty()));
    }

    /**
     * The media type's own; XML without any gets those of JSON with the same schema, so that both show the same
     * data.
     */
    private static List<Example> examples(ResponseSpec response, MediaTypeSpec spec, MediaType type) {
        if (!spec.examples().isEmpty() || !type.isXml() || spec.schema().isEmpty()) {
            return spec.examples();
        }
        JsonNode schema = spec.schema().get().node();
        return response.content().stream()
                .filter(other ->
                        MediaType.parse(other.name()).filter(MediaType::isJson).isPresent())
                .filter(other -> other.schema()
                        .filter(node -> node.node().equals(schema))
                        .isPresent())
                .findFirst()
                .map(MediaTypeSpec::examples)
                .orElse(List.of());
    }

    /**
     * The media type that the client likes best; of equals JSON, then the first documented.
     *
     * @return absent when the client takes none
     */
    Optional<Alternative> negotiate(AcceptHeader accept) {
        @Nullable Alternative best = null;
        AcceptHeader.Fit bestFit = AcceptHeader.REFUSED;
        for (Alternative alternative : alternatives) {
            AcceptHeader.Fit fit = accept.fit(alternative.type);
            boolean better = fit.isBetterThan(bestFit);
            boolean equal = !better && !bestFit.isBetterThan(fit);
            boolean likelier = best != null && equal && alternative.type.isJson() && !best.type.isJson();
            if (fit.quality() > 0 && (better || likelier)) {
                best = alternative;
                bestFit = fit;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The same for an error, which is better sent in a type that the client did not ask for than not at all. */
    Optional<Alternative> negotiateLeniently(AcceptHeader accept) {
        Optional<Alternative> wanted = negotiate(accept);
        return wanted.isPresent() ? wanted : negotiate(AcceptHeader.ANY);
    }

    Stream<String> exampleNames() {
        return alternatives.stream()
                .flatMap(alternative -> alternative.named.stream())
                .flatMap(representation -> representation.example().stream())
                .map(Example::name)
                .filter(name -> !name.isEmpty())
                .distinct();
    }

    List<String> mediaTypes() {
        return specification.content().stream().map(MediaTypeSpec::name).toList();
    }
}
