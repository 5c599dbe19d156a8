package dev.countersign.verify.cases;

import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.QueryString;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A value of a case that its own schema forbids, or that has no form to be sent in. There is none for a schema that holds itself
 * without end, or of which two parts exclude each other; who sent or served it would break the contract.
 */
final class Misfit {
    private Misfit() {}

    /** What is wrong, in one line; absent when every value of the case fits. */
    static Optional<String> of(TestCase testCase, Samples samples) {
        for (Argument argument : testCase.arguments()) {
            Optional<SchemaNode> schema = argument.parameter()
                    .schema()
                    .or(() -> argument.parameter().content().flatMap(MediaTypeSpec::schema));
            Optional<String> fault = schema.flatMap(each -> samples.requestFault(each, argument.value()));
            if (fault.isPresent()) {
                return Optional.of(line("parameter " + argument.parameter().name(), fault.get()));
            }
        }
        if (testCase.operation().queryString().filter(QueryString::required).isPresent()) {
            return Optional.of("its query is one parameter (OAS 3.2, in: querystring), which no client of ours writes");
        }
        if (testCase.body().filter(Body::hasUnnamedParts).isPresent()) {
            return Optional.of(
                    "the parts of its multipart body have no names (OAS 3.2), and Pact knows nothing but forms");
        }
        Optional<String> request = testCase.body()
                .flatMap(body -> fault(body, samples::requestFault))
                .map(fault -> line("the request body", fault));
        return request.or(() -> testCase.answer()
                .body()
                .flatMap(body -> fault(body, samples::responseFault))
                .map(fault -> line("the answer", fault)));
    }

    private interface Judge {
        Optional<String> fault(SchemaNode schema, JsonNode value);
    }

    /** XML travels as a text, which its schema says nothing of. */
    private static Optional<String> fault(Body body, Judge judge) {
        return MediaTypes.isXml(body.mediaType())
                ? Optional.empty()
                : body.schema().flatMap(schema -> judge.fault(schema, body.value()));
    }

    private static String line(String part, String fault) {
        return "no value was found that fits the schema of " + part + ": " + fault;
    }
}
