package dev.countersign.mock.cli;

import dev.countersign.mock.Mock;
import dev.countersign.mock.cli.served.Journal;
import dev.countersign.mock.control.access.Access;
import dev.countersign.mock.exchange.MockRequest;
import dev.countersign.mock.exchange.MockResponse;
import dev.countersign.mock.oidc.LoginServer;
import dev.countersign.mock.render.ProblemBody;
import dev.countersign.mock.server.Callers;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What is asked of this server and not of the API that it mocks, below {@code /__…}. Pages of other sites are refused, as is a
 * request for a foreign host.
 */
record Controls(
        Callers callers,
        Access access,
        Optional<Journal> journal,
        Optional<WebhookSender> webhooks,
        Optional<LoginServer> login,
        Supplier<List<Mock>> mocks) {
    boolean isEmpty() {
        return journal.isEmpty() && webhooks.isEmpty() && login.isEmpty();
    }

    /**
     * The answer; empty when the API is meant.
     *
     * @param local tells whether the request came from this machine
     */
    Optional<MockResponse> answer(MockRequest request, BooleanSupplier local) {
        if (login.isPresent() && login.get().isMeantBy(request)) {
            // A page of any site may send its user here to log in; the endpoints know what may come of it.
            Optional<String> refusal = callers.foreignHost(request.headers());
            return Optional.of(refusal.map(why -> ProblemBody.of(403, why).response())
                    .orElseGet(() -> login.get().answer(request)));
        }
        boolean forJournal = journal.isPresent() && Journal.isMeantBy(request);
        boolean forWebhooks = webhooks.isPresent() && WebhookSender.isMeantBy(request);
        if (!forJournal && !forWebhooks) {
            return Optional.empty();
        }
        Optional<MockResponse> refused = access.refused(request.headers(), local.getAsBoolean());
        if (refused.isPresent()) {
            return refused;
        }
        return forJournal
                ? journal.map(each -> each.answer(request))
                : webhooks.map(each -> each.answer(mocks.get(), request));
    }
}
