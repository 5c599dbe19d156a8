package dev.countersign.client.runtime;

import dev.countersign.client.ApiResponse;
import dev.countersign.client.ClientSettings;
import dev.countersign.client.TransportException;
import dev.countersign.client.runtime.body.Payload;
import dev.countersign.client.runtime.call.ApiRequest;
import dev.countersign.client.runtime.call.Operation;
import dev.countersign.client.runtime.parameter.Style;
import dev.countersign.client.runtime.stream.OpenStream;
import dev.countersign.client.runtime.stream.Origin;
import java.util.function.Function;

/** Calls that have returned while their answers still come. They end with their client. Thread-safe. */
final class StreamCalls {
    private final ClientSettings settings;
    private final Calls calls;

    StreamCalls(ClientSettings settings, Calls calls) {
        this.settings = settings;
        this.calls = calls;
    }

    /**
     * Takes in what a call returns, if it is handed out while it comes.
     *
     * @param again makes a call of the operation
     * @throws TransportException when the client is closed
     */
    <T> ApiResponse<T> begun(
            Operation<T> operation,
            ApiResponse<T> response,
            ApiRequest request,
            Function<ApiRequest, ApiResponse<T>> again) {
        if (response.body() instanceof OpenStream stream) {
            Call call = stream::abort;
            Payload payload = request.payload();
            stream.begin(new Origin(
                    settings.maxResponseBytes(),
                    settings.pause(),
                    payload == null || payload.isRepeatable(),
                    id -> again.apply(after(request, id)).orThrow(),
                    () -> calls.end(call)));
            try {
                calls.begin(call, operation);
            } catch (TransportException e) {
                stream.abort();
                throw e;
            }
        }
        return response;
    }

    private static ApiRequest after(ApiRequest request, String id) {
        return id.isEmpty()
                ? request
                : request.toBuilder()
                        .header("Last-Event-ID", Style.SIMPLE, false, id)
                        .build();
    }
}
