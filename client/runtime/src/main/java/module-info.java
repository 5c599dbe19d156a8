/** What every generated client shares. It knows no contract. */
@SuppressWarnings({"module", "requires-automatic", "requires-transitive-automatic"}) // Feign has no descriptor.
module dev.countersign.client {
    requires transitive com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires transitive feign.core;
    requires transitive java.net.http;
    requires static micrometer.core;
    requires static transitive org.jspecify;

    exports dev.countersign.client;
    // What generated code calls.
    exports dev.countersign.client.runtime;
    exports dev.countersign.client.runtime.body;
    exports dev.countersign.client.runtime.call;
    exports dev.countersign.client.runtime.json;
    exports dev.countersign.client.runtime.model;
    exports dev.countersign.client.runtime.page;
    exports dev.countersign.client.runtime.parameter;

    opens dev.countersign.client to
            com.fasterxml.jackson.databind;
}
