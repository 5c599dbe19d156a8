package dev.countersign.mock.hostile;

import dev.countersign.mock.RequestDraft;
import dev.countersign.mock.ValidRequests;
import dev.countersign.mock.exchange.Header;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.render.WrittenBody;
import dev.countersign.mock.sample.SampleGenerator;
import dev.countersign.openapi.contract.Contract;
import dev.countersign.openapi.contract.MediaTypeSpec;
import dev.countersign.openapi.contract.Operation;
import dev.countersign.openapi.contract.Parameter;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.schema.Direction;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Requests that each have one fault, for every operation of a contract. */
final class FaultyRequests {
    private final Contract contract;
    private final ValidRequests requests;
    private final SampleGenerator samples;
    private final List<FaultyRequest> made = new ArrayList<>();

    private FaultyRequests(Contract contract) {
        this.contract = contract;
        this.requests = new ValidRequests(contract);
        this.samples = SampleGenerator.of(contract);
    }

    /** So many different ones, or all that a hundred valid requests for each operation can be spoilt to. */
    static List<FaultyRequest> of(Contract contract, int most) {
        FaultyRequests all = new FaultyRequests(contract);
        for (int seed = 0; seed < 100 && all.made.size() < most; seed++) {
            for (Operation operation : contract.operations()) {
                all.add(operation, seed);
            }
        }
        return all.made;
    }

    private void add(Operation operation, long seed) {
        for (Parameter parameter : operation.parameters()) {
            ofParameter(operation, parameter, seed);
        }
        RequestDraft draft = requests.draft(operation, seed);
        if (!draft.credentials.isEmpty() && operation.security().size() == 1) {
            draft.credentials.clear();
            put("credential", "security", draft.write());
        }
        operation.requestBody().ifPresent(body -> {
            if (body.required() && operation.requestBody().get().content().size() > 0) {
                RequestDraft none = requests.draft(operation, seed);
                none.body = Optional.empty();
                put("no body", "body", none.write());
                RequestDraft other = requests.draft(operation, seed);
                put("media type", "content-type", written(other.write(), "video/zz", new byte[] {1}));
            }
            body.content().forEach(type -> ofBody(operation, type, seed));
        });
    }

    private void ofParameter(Operation operation, Parameter parameter, long seed) {
        RequestDraft valid = requests.draft(operation, seed);
        if (parameter.required() && parameter.in() != Parameter.In.PATH) {
            valid.values.remove(parameter);
            put("missing", parameter.name(), valid.write());
        }
        boolean json = parameter.content().isPresent();
        Optional<SchemaNode> schema =
                parameter.schema().or(() -> parameter.content().flatMap(MediaTypeSpec::schema));
        JsonNode value = requests.value(parameter, seed);
        for (Fault fault : schema.map(it -> Faults.of(it, value, !json)).orElse(List.of())) {
            // What is written between slashes, or with percent signs in a header, may be another request altogether.
            boolean plain = fault.value().isValueNode() && isPlain(fault.value().asString(""));
            boolean flat = fault.value().valueStream().allMatch(JsonNode::isValueNode);
            if (json || (parameter.in() == Parameter.In.QUERY && flat) || plain) {
                RequestDraft draft = requests.draft(operation, seed);
                draft.values.put(parameter, fault.value());
                put("parameter " + fault.kind(), parameter.name(), draft.write());
            }
        }
    }

    private static boolean isPlain(String text) {
        return !text.isEmpty()
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) && c < 0x7f || c == '-' || c == '.');
    }

    private void ofBody(Operation operation, MediaTypeSpec spec, long seed) {
        Optional<MediaType> type = MediaType.parse(spec.name()).filter(it -> !it.isRange());
        if (type.isEmpty() || spec.schema().isEmpty()) {
            return;
        }
        boolean json = type.get().isJson();
        boolean readable =
                json || type.get().isForm() || type.get().isXml() || type.get().isMultipart();
        if (!readable) {
            return;
        }
        SchemaNode schema = spec.schema().get();
        JsonNode valid = samples.sample(schema, Direction.REQUEST, seed);
        RequestDraft draft = requests.draft(operation, seed);
        if (json) {
            put("no JSON", "body", written(draft.write(), spec.name(), (valid + "}").getBytes(StandardCharsets.UTF_8)));
            put("no JSON", "body", written(draft.write(), spec.name(), new byte[] {'"', (byte) 0xff, '"'}));
        }
        for (Fault fault : Faults.of(schema, valid, !json)) {
            WrittenBody body = WrittenBody.of(fault.value(), spec.name(), spec.schema(), contract.document());
            put(
                    "body " + fault.kind(),
                    fault.place().isEmpty() ? "body" : fault.place(),
                    written(draft.write(), body.contentType(), body.text().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static MockRequest written(MockRequest request, String type, byte[] body) {
        List<Header> headers = new ArrayList<>();
        request.headers().fields().forEach(header -> {
            if (!header.name().equalsIgnoreCase("Content-Type")) {
                headers.add(header);
            }
        });
        headers.add(new Header("Content-Type", type));
        return new MockRequest(request.method(), request.path(), request.query(), Headers.of(headers), body);
    }

    private void put(String kind, String place, MockRequest request) {
        StringBuilder head = new StringBuilder(request.method() + " " + request.path());
        head.append(request.query().isEmpty() ? "" : "?" + request.query());
        head.append(" HTTP/1.1\r\nHost: localhost\r\n");
        request.headers()
                .fields()
                .forEach(header -> head.append(header.name())
                        .append(": ")
                        .append(header.value())
                        .append("\r\n"));
        head.append("Content-Length: ").append(request.body().length).append("\r\n\r\n");
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        message.writeBytes(request.body());
        made.add(new FaultyRequest(kind, place, message.toByteArray()));
    }
}
