package dev.countersign.verify.provider;

import dev.countersign.verify.report.Outcome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Whether anything listens where a provider is said to be: otherwise every case of it would fail, all for one reason. */
final class Reachability {
    private static final int PATIENCE_MILLIS = 10_000;

    private Reachability() {}

    static Outcome of(ProviderUnderTest provider) {
        URI url = provider.url();
        int port = url.getPort() > 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), port), PATIENCE_MILLIS);
            return Outcome.PASSED;
        } catch (IOException | IllegalArgumentException e) {
            return Outcome.failed(
                    provider.name(),
                    provider.name() + " cannot be reached: " + e.getMessage()
                            + "; start it, or correct -Dprovider.url. No case was replayed against it");
        }
    }
}
