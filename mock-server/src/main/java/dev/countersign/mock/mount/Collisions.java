package dev.countersign.mock.mount;

import dev.countersign.openapi.contract.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Operations of several documents that the same requests would mean. */
final class Collisions {
    private Collisions() {}

    private record Place(Mount mount, Operation operation) {
        @Override
        public String toString() {
            return mount.name() + " (" + operation.id() + ")";
        }
    }

    static List<String> of(List<Mount> mounts) {
        Map<String, Place> first = new HashMap<>();
        List<String> collisions = new ArrayList<>();
        for (Mount mount : mounts) {
            for (Operation operation : mount.mock().contract().operations()) {
                for (String prefix : mount.prefixes(operation)) {
                    String target = operation.method() + " " + prefix + operation.path();
                    Place place = new Place(mount, operation);
                    Place other = first.putIfAbsent(shape(target), place);
                    if (other != null && !other.mount.name().equals(mount.name())) {
                        collisions.add(target + " is in " + other + " and in " + place + ", and " + other.mount.name()
                                + " answers it. Move one of them: --prefix " + mount.name() + "=/" + mount.name());
                    }
                }
            }
        }
        return collisions;
    }

    /** What a parameter is called tells no requests apart, nor does a fragment. */
    private static String shape(String target) {
        return target.replaceFirst("#.*", "").replaceAll("\\{[^}]*}", "{}");
    }
}
