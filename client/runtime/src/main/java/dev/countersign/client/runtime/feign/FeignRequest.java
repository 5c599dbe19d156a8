package dev.countersign.client.runtime.feign;

import dev.countersign.client.ReceivedResponse;
import dev.countersign.client.runtime.call.ApiRequest;
import dev.countersign.client.runtime.call.Deadline;
import dev.countersign.client.runtime.http.Download;
import feign.Request;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One attempt on its way through Feign. It travels as the options of Feign's request, because Feign would parse, split and
 * encode again an address that was written exactly as the contract's styles demand, and has no place for an answer that
 * is still to come.
 */
final class FeignRequest extends Request.Options {
    private final ApiRequest request;
    private final Deadline deadline;
    private final @Nullable Download download;
    private final boolean async;
    private @Nullable CompletableFuture<ReceivedResponse> answer;

    /**
     * Begins an attempt.
     *
     * @param download the file that the body of a success goes to; null when the caller gets it
     * @param async no thread waits for the answer
     */
    FeignRequest(ApiRequest request, Deadline deadline, @Nullable Download download, boolean async) {
        super(1, TimeUnit.SECONDS, 1, TimeUnit.SECONDS, false);
        this.request = request;
        this.deadline = deadline;
        this.download = download;
        this.async = async;
    }

    ApiRequest request() {
        return request;
    }

    Deadline deadline() {
        return deadline;
    }

    @Nullable Download download() {
        return download;
    }

    boolean isAsync() {
        return async;
    }

    void answer(CompletableFuture<ReceivedResponse> coming) {
        answer = coming;
    }

    /** The answer: there already, or coming when the attempt is asynchronous. */
    CompletableFuture<ReceivedResponse> answer() {
        if (answer == null) {
            throw new IllegalStateException("the request has not been sent");
        }
        return answer;
    }
}
