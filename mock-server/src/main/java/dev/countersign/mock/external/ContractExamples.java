package dev.countersign.mock.external;

import dev.countersign.mock.exchange.MediaType;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.Example;
import dev.countersign.openapi.contract.HeaderSpec;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.RequestBody;
import dev.countersign.openapi.contract.ResponseSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** Replaces the examples of bodies, parameters and headers in a contract, whose records are immutable. */
final class ContractExamples {
    private ContractExamples() {}

    /**
     * The same contract with other examples.
     *
     * @param change takes an example and the name of its media type, which is empty for parameters and headers
     */
    static Contract map(Contract contract, BiFunction<Example, String, Example> change) {
        return new Contract(
                contract.title(),
                contract.version(),
                contract.dialect(),
                contract.servers(),
                contract.operations().stream()
                        .map(operation -> operation(operation, change))
                        .toList(),
                contract.securitySchemes(),
                contract.document());
    }

    static Example withValue(Example example, Optional<JsonNode> value) {
        return new Example(
                example.name(),
                example.summary(),
                value,
                example.externalValue(),
                example.extensions(),
                example.pointer());
    }

    private static Operation operation(Operation operation, BiFunction<Example, String, Example> change) {
        return new Operation(
                operation.id(),
                operation.method(),
                operation.path(),
                operation.tags(),
                operation.summary(),
                operation.description(),
                operation.deprecated(),
                operation.parameters().stream()
                        .map(parameter -> parameter(parameter, change))
                        .toList(),
                operation.queryString(),
                operation.requestBody().map(body -> requestBody(body, change)),
                operation.responses().stream()
                        .map(response -> response(response, change))
                        .toList(),
                operation.security(),
                operation.servers(),
                operation.pointer());
    }

    private static Parameter parameter(Parameter parameter, BiFunction<Example, String, Example> change) {
        return new Parameter(
                parameter.name(),
                parameter.in(),
                parameter.required(),
                parameter.style(),
                parameter.explode(),
                parameter.allowReserved(),
                parameter.allowEmptyValue(),
                parameter.deprecated(),
                parameter.schema(),
                parameter.content(),
                examples(parameter.examples(), "", change),
                parameter.description(),
                parameter.pointer());
    }

    private static HeaderSpec header(HeaderSpec header, BiFunction<Example, String, Example> change) {
        return new HeaderSpec(
                header.name(),
                header.required(),
                header.explode(),
                header.schema(),
                header.content(),
                examples(header.examples(), "", change),
                header.pointer());
    }

    private static List<Example> examples(
            List<Example> examples, String mediaType, BiFunction<Example, String, Example> change) {
        return examples.stream()
                .map(example -> change.apply(example, mediaType))
                .toList();
    }

    /** A request is compared with its examples as JSON; bytes would be equal to none. */
    private static RequestBody requestBody(RequestBody body, BiFunction<Example, String, Example> change) {
        List<MediaTypeSpec> content = body.content().stream()
                .map(spec ->
                        MediaType.parse(spec.name()).filter(MediaType::isJson).isPresent()
                                ? mediaType(spec, change)
                                : spec)
                .toList();
        return new RequestBody(body.required(), content, body.description(), body.pointer());
    }

    private static ResponseSpec response(ResponseSpec response, BiFunction<Example, String, Example> change) {
        return new ResponseSpec(
                response.status(),
                response.description(),
                response.headers().stream()
                        .map(header -> header(header, change))
                        .toList(),
                response.content().stream().map(spec -> mediaType(spec, change)).toList(),
                response.links(),
                response.pointer());
    }

    private static MediaTypeSpec mediaType(MediaTypeSpec spec, BiFunction<Example, String, Example> change) {
        return new MediaTypeSpec(
                spec.name(),
                spec.schema(),
                examples(spec.examples(), spec.name(), change),
                spec.encoding(),
                spec.prefixEncoding(),
                spec.itemEncoding(),
                spec.pointer());
    }
}
