package dev.countersign.mock.choose;

import dev.countersign.mock.choose.Choice.Purpose;
import dev.countersign.mock.choose.DocumentedResponse.Alternative;
import dev.countersign.mock.choose.PairedExamples.Pairing;
import dev.countersign.mock.choose.Statuses.Chosen;
import dev.countersign.mock.exchange.Headers;
import dev.countersign.mock.exchange.MediaType;
import dev.countersign.mock.validate.Validated;
import dev.countersign.openapi.contract.Operation;
import java.util.List;
import java.util.Optional;

/**
 * Chooses one operation's response: the status first, then the media type, which belongs to a response, then the example.
 * Immutable and thread-safe.
 */
public final class ResponseChooser {
    private final Statuses statuses;
    private final Chosen success;
    private final PairedExamples pairs;

    private ResponseChooser(Operation operation) {
        statuses = new Statuses(
                operation.responses().stream().map(DocumentedResponse::of).toList());
        success = statuses.success();
        pairs = PairedExamples.of(operation, statuses);
    }

    /** Prepares every answer of an operation. */
    public static ResponseChooser of(Operation operation) {
        return new ResponseChooser(operation);
    }

    /**
     * Chooses.
     *
     * @param preference what the request asks for; an error that is asked for is answered whether the request is valid or
     *     not: to see the page for a 500 one should not have to fill in a form first
     * @param headers the request's headers, of which {@code Accept} counts
     * @param options what the server as a whole prefers
     */
    public Choice choose(Validated request, Preference preference, Headers headers, ChoiceOptions options) {
        AcceptHeader accept = AcceptHeader.of(headers);
        if (!request.isValid() && !preference.asksForError() && options.refusals() != Refusals.NONE) {
            return refuse(request, accept, options);
        }
        if (preference.code().isPresent()) {
            Optional<Chosen> asked = statuses.asked(preference.code().get());
            return asked.isEmpty()
                    ? new Choice.Undocumented("code", preference.code().get(), statuses.documented())
                    : answer(asked.get(), request, preference, accept, options);
        }
        if (preference.example().isPresent()) {
            return example(preference.example().get(), accept);
        }
        return answer(success, request, preference, accept, options);
    }

    private Choice refuse(Validated request, AcceptHeader accept, ChoiceOptions options) {
        Optional<Chosen> refusal =
                options.refusals() == Refusals.PROBLEM_DETAILS ? Optional.empty() : statuses.refusal(request.verdict());
        Optional<Alternative> alternative =
                refusal.isEmpty() ? Optional.empty() : refusal.get().response().negotiateLeniently(accept);
        if (refusal.isEmpty() || alternative.isEmpty()) {
            return new Choice.Refused(
                    refusal.map(Chosen::status).orElseGet(request.verdict()::status),
                    refusal.map(chosen -> chosen.response().empty()));
        }
        return new Choice.Documented(
                refusal.get().status(),
                alternative.get().usual(options.bodies().ignoreExamples()),
                Optional.empty(),
                Optional.empty(),
                options.refusals() == Refusals.EXPLAINED ? Purpose.EXPLAINED_REFUSAL : Purpose.REFUSAL,
                false,
                refusal.get().rule());
    }

    /** An example that is asked for without a status is looked for in the usual response first, then in all others. */
    private Choice example(String name, AcceptHeader accept) {
        Optional<Choice> usual = named(name, success, accept);
        return usual.or(() -> statuses.all("asked for by the example's name").stream()
                        .flatMap(chosen -> named(name, chosen, accept).stream())
                        .findFirst())
                .orElseGet(() -> new Choice.Undocumented("example", name, allExamples()));
    }

    private List<String> allExamples() {
        return statuses.all("").stream()
                .flatMap(chosen -> chosen.response().exampleNames())
                .distinct()
                .toList();
    }

    private Choice answer(
            Chosen chosen, Validated request, Preference preference, AcceptHeader accept, ChoiceOptions options) {
        if (preference.example().isPresent()) {
            String name = preference.example().get();
            return named(name, chosen, accept)
                    .orElseGet(() -> new Choice.Undocumented(
                            "example", name, chosen.response().exampleNames().toList()));
        }
        boolean dynamic = preference.dynamic().orElse(options.bodies().dynamic());
        if (!dynamic && !options.bodies().ignoreExamples()) {
            Optional<Integer> status = preference.code().isPresent() ? Optional.of(chosen.status()) : Optional.empty();
            Optional<Pairing> pairing = pairs.find(request, status);
            if (pairing.isPresent()) {
                Optional<Choice> paired =
                        named(pairing.get().name(), pairing.get().chosen(), accept);
                if (paired.isPresent()) {
                    return paired.get();
                }
            }
        }
        return usual(chosen, preference, accept, dynamic, options);
    }

    private static Choice usual(
            Chosen chosen, Preference preference, AcceptHeader accept, boolean dynamic, ChoiceOptions options) {
        DocumentedResponse response = chosen.response();
        if (response.alternatives().isEmpty()) {
            return new Choice.Documented(
                    chosen.status(),
                    response.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Purpose.ANSWER,
                    preference.code().isPresent(),
                    chosen.rule());
        }
        Optional<Alternative> alternative = negotiate(chosen, accept);
        if (alternative.isEmpty()) {
            return new Choice.NotAcceptable(response.mediaTypes());
        }
        Representation representation = dynamic
                ? alternative.get().generated()
                : alternative.get().usual(options.bodies().ignoreExamples());
        MediaType type = alternative.get().type();
        Optional<MediaType> concrete = type.isRange() ? accept.within(type) : Optional.empty();
        Optional<Long> seed = seed(preference, dynamic, options);
        boolean asked = preference.code().isPresent();
        return new Choice.Documented(
                chosen.status(), representation, concrete, seed, Purpose.ANSWER, asked, chosen.rule());
    }

    private static Optional<Alternative> negotiate(Chosen chosen, AcceptHeader accept) {
        return chosen.status() >= 400
                ? chosen.response().negotiateLeniently(accept)
                : chosen.response().negotiate(accept);
    }

    /** The example in the negotiated type, or else in any other type that the client takes. */
    private Optional<Choice> named(String name, Chosen chosen, AcceptHeader accept) {
        Optional<Representation> negotiated =
                negotiate(chosen, accept).flatMap(alternative -> alternative.example(name));
        return negotiated
                .or(() -> chosen.response().alternatives().stream()
                        .filter(alternative -> accept.fit(alternative.type()).quality() > 0)
                        .flatMap(alternative -> alternative.example(name).stream())
                        .findFirst())
                .map(representation -> new Choice.Documented(
                        chosen.status(),
                        representation,
                        Optional.empty(),
                        Optional.empty(),
                        Purpose.ANSWER,
                        true,
                        chosen.rule() + ", example \"" + name + "\""));
    }

    private static Optional<Long> seed(Preference preference, boolean dynamic, ChoiceOptions options) {
        if (!dynamic) {
            return preference.seed().isPresent() ? Optional.of(preference.seed().getAsLong()) : Optional.empty();
        }
        return Optional.of(preference.seed().orElseGet(options.seeds()));
    }
}
