package dev.countersign.openapi.document;

import dev.countersign.openapi.contract.Problem.Place;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each part of a bundled document was written. Filled while the document is loaded, only read afterwards; then
 * thread-safe.
 */
public final class Origins {
    private record Mount(Source source, String pointer) {}

    private final Map<String, Mount> mounts = new HashMap<>();
    private final Map<String, String> renamed = new HashMap<>();

    private final Source root;

    public Origins(Source root) {
        this.root = root;
        mounts.put("", new Mount(root, ""));
    }

    /** Says that what stands at one place of the bundled document was read from another place of a file. */
    public void mount(String bundled, Source source, String pointer) {
        mounts.put(bundled, new Mount(source, pointer));
    }

    /** Says that a later step moved a part of the bundled document. */
    public void rename(String from, String to) {
        renamed.put(to, from);
    }

    /** Every local file that the document was read from, its own first. */
    public List<Path> files() {
        return mounts.values().stream()
                .map(Mount::source)
                .distinct()
                .sorted(Comparator.comparing(source -> source != root))
                .map(Source::location)
                .filter(location -> "file".equals(location.getScheme()))
                .map(Path::of)
                .toList();
    }

    /** The file in which this part of the bundled document was written. */
    Source source(String bundledPointer) {
        return mount(original(bundledPointer)).getValue().source();
    }

    /** The file, line and pointer at which this part of the bundled document was written. */
    public Place place(String bundledPointer) {
        String pointer = original(bundledPointer);
        Map.Entry<String, Mount> mounted = mount(pointer);
        Mount mount = mounted.getValue();
        return mount.source()
                .place(mount.pointer() + pointer.substring(mounted.getKey().length()));
    }

    private String original(String pointer) {
        for (Map.Entry<String, String> entry : renamed.entrySet()) {
            if (pointer.startsWith(entry.getKey() + '/')) {
                return entry.getValue() + pointer.substring(entry.getKey().length());
            }
        }
        return pointer;
    }

    /** The nearest place above that was read from a file of its own, and where that is. */
    private Map.Entry<String, Mount> mount(String pointer) {
        String prefix = pointer;
        Mount mount = mounts.get(prefix);
        while (mount == null) {
            prefix = prefix.substring(0, prefix.lastIndexOf('/'));
            mount = mounts.get(prefix);
        }
        return Map.entry(prefix, mount);
    }
}
