package dev.countersign.openapi.document;

import java.net.URI;
import tools.jackson.databind.JsonNode;

/**
 * The address that a document gives itself with {@code $self} (OAS 3.2 section 4.1.2.2.1), and where it truly lies: what lies
 * beside the one lies beside the other.
 */
record SelfAddress(URI self, URI location) {

    static SelfAddress of(Source document) {
        JsonNode self = document.tree().path("$self");
        return new SelfAddress(
                self.isString() ? resolved(document.location(), self.stringValue()) : document.location(),
                document.location());
    }

    private static URI resolved(URI location, String self) {
        try {
            return location.resolve(self);
        } catch (IllegalArgumentException notAnAddress) {
            return location;
        }
    }

    /** Where the file of this address lies. */
    URI locate(URI address) {
        if (address.equals(self)) {
            return location;
        }
        URI beside = self.resolve(".").relativize(address);
        return beside.isAbsolute() || self.equals(location) ? address : location.resolve(beside);
    }
}
