package dev.countersign.verify.provider;

import au.com.dius.pact.provider.IHttpClientFactory;
import au.com.dius.pact.provider.IProviderInfo;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/**
 * HTTP clients that send one request for one interaction and judge the answer that they get. Pact's own waits as long as
 * a documented {@code Retry-After} says and asks again, and follows a documented redirect to wherever it points.
 */
final class SingleExchanges implements IHttpClientFactory {
    @Override
    public CloseableHttpClient newClient(IProviderInfo provider) {
        return HttpClients.custom()
                .useSystemProperties()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .build();
    }
}
