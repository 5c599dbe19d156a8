package dev.countersign.client.runtime.feign;

import dev.countersign.client.runtime.http.JdkTransport;
import feign.Request;
import feign.RequestTemplate;
import feign.Target;

/**
 * Where Feign believes to send to. It would put the address together anew for each call, which {@link JdkTransport} has done
 * already as the contract's styles demand.
 */
record Destination<E>(Class<E> type, String url) implements Target<E> {
    @Override
    public String name() {
        return url;
    }

    @Override
    public Request apply(RequestTemplate template) {
        return template.request();
    }
}
