package dev.countersign.client.runtime;

import dev.countersign.client.Credential;
import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.runtime.body.Payload;
import dev.countersign.client.runtime.call.ApiRequest;
import java.util.Map;

/**
 * A request with its credentials.
 *
 * @param secrets what each credential has shown
 */
record AuthorizedRequest(ApiRequest request, Map<Credential, String> secrets) {
    private static final int UNAUTHORIZED = 401;

    /**
     * Whether the call should be made once more with another token, because the server has refused that of a source which can
     * renew it; the source is told.
     */
    boolean isRefused(ReceivedResponse response) {
        Payload payload = request.payload();
        if (response.status() != UNAUTHORIZED || (payload != null && !payload.isRepeatable())) {
            return false;
        }
        boolean renewable = false;
        for (Map.Entry<Credential, String> shown : secrets.entrySet()) {
            renewable |= shown.getKey().refused(shown.getValue());
        }
        return renewable;
    }

    @Override
    public String toString() {
        return request.operation().name();
    }
}
