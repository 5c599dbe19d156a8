package dev.countersign.verify.provider;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.provider.ConsumerInfo;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderResponse;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationResult;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.hc.client5.http.classic.methods.HttpUriRequest;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpRequest;

/** Sends an interaction's request to a provider and lets Pact judge the answer. Not thread-safe. */
public final class Replay {
    private final Pact pact;
    private final URI url;
    private final Optional<URI> stateChange;

    /**
     * Says whose promises are replayed, and to whom.
     *
     * @param pact the pact that the interactions belong to
     * @param url where the provider listens
     * @param stateChange where the provider is told each state before its request; absent when it needs none
     */
    public Replay(Pact pact, URI url, Optional<URI> stateChange) {
        this.pact = pact;
        this.url = url;
        this.stateChange = stateChange;
    }

    /**
     * The outcome of one interaction.
     *
     * @param answer what the provider answered; absent when it did not
     * @param failures what Pact finds wrong, one line each; empty when the provider keeps the pact
     */
    public record Verdict(Optional<ProviderResponse> answer, List<String> failures) {
        public Verdict {
            failures = List.copyOf(failures);
        }
    }

    /**
     * Replays one interaction.
     *
     * @param headers headers that are no business of the consumer, such as a preference, or that a real provider needs in
     *     place of the consumer's, such as a token
     * @param query query parameters of that kind
     */
    public Verdict of(
            V4Interaction.SynchronousHttp interaction, Map<String, String> headers, Map<String, String> query) {
        ProviderInfo info = new ProviderInfo(pact.getProvider().getName());
        info.setProtocol(url.getScheme());
        info.setHost(url.getHost());
        info.setPort(url.getPort() < 0 ? (url.getScheme().equals("https") ? 443 : 80) : url.getPort());
        info.setPath(url.getPath() == null ? "" : url.getPath());
        Consumer<HttpRequest> filter = request -> {
            headers.forEach(request::setHeader);
            request.setPath(QueryText.with(request.getPath(), query));
        };
        info.setRequestFilter(filter);
        stateChange.ifPresent(target -> {
            try {
                info.setStateChangeUrl(target.toURL());
            } catch (java.net.MalformedURLException e) {
                throw new IllegalArgumentException("not a URL for provider states: " + target, e);
            }
        });
        AtomicReference<ProviderResponse> answer = new AtomicReference<>();
        ProviderClient client = new ProviderClient(info, new SingleExchanges()) {
            @Override
            public ProviderResponse makeRequest(IRequest request) {
                ProviderResponse response = super.makeRequest(request);
                answer.set(response);
                return interaction.getResponse().getBody().isMissing() ? withoutBody(response) : response;
            }

            /** Pact's own sends what it does not know, such as QUERY, as a GET. */
            @Override
            public HttpUriRequest newRequest(IRequest request) {
                HttpUriRequest usual = super.newRequest(request);
                try {
                    return usual.getMethod().equals(request.getMethod())
                            ? usual
                            : new HttpUriRequestBase(request.getMethod(), usual.getUri());
                } catch (URISyntaxException e) {
                    throw new IllegalArgumentException(e);
                }
            }
        };
        ProviderVerifier verifier = new ProviderVerifier();
        verifier.setProjectHasProperty(name -> false);
        verifier.setReporters(List.of());
        VerificationResult result = verifier.verifyInteraction(
                info, new ConsumerInfo(pact.getConsumer().getName()), new HashMap<>(), interaction, pact, null, client);
        return new Verdict(Optional.ofNullable(answer.get()), lines(result));
    }

    /** A body of which nothing is agreed need not even be what Pact takes it for. */
    private static ProviderResponse withoutBody(ProviderResponse response) {
        return new ProviderResponse(
                response.getStatusCode(), response.getHeaders(), response.getContentType(), OptionalBody.missing());
    }

    private static List<String> lines(VerificationResult result) {
        if (!(result instanceof VerificationResult.Failed failed)) {
            return List.of();
        }
        List<String> lines = failed.getFailures().values().stream()
                .flatMap(List::stream)
                .map(failure -> failure.hasException() ? String.valueOf(failure.getException()) : failure.description())
                // What follows the first line is a difference of whole bodies, which may hold a real provider's
                // secrets.
                .map(text -> text.lines().findFirst().orElse(text))
                .distinct()
                .toList();
        return lines.isEmpty() ? List.of(failed.getDescription()) : lines;
    }
}
