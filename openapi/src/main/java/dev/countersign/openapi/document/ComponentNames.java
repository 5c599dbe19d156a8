package dev.countersign.openapi.document;

import dev.countersign.openapi.json.Pointer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names under {@code components} that every tool accepts: {@code ^[a-zA-Z0-9._-]+$} (OAS 3.1 section 4.8.7), and no two
 * alike but for case, since they become file names.
 */
final class ComponentNames {
    private static final Pattern FORBIDDEN = Pattern.compile("[^a-zA-Z0-9._-]+");
    private static final Set<String> SAYS_NOTHING =
            Set.of("schema", "items", "properties", "value", "content", "allOf", "anyOf", "oneOf", "index", "_index");

    private final Map<String, Set<String>> takenBySection = new HashMap<>();

    /** Takes a name that the document itself gives, changed only when it is not a valid one. */
    String keep(String section, String name) {
        return take(section, allowed(name));
    }

    /** Makes a name for something that had none in this document: the last telling words of its file and pointer. */
    String invent(String section, References.Target target) {
        List<String> tokens = Pointer.tokens(target.pointer());
        StringBuilder name = new StringBuilder();
        for (int i = tokens.size() - 1; i >= 0; i--) {
            String token = allowed(tokens.get(i));
            boolean telling = !SAYS_NOTHING.contains(token) && !token.chars().allMatch(Character::isDigit);
            name.insert(0, name.isEmpty() ? token : token + "_");
            if (telling) {
                return take(section, name.toString());
            }
        }
        String file = target.source().location().getPath();
        String base = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.(ya?ml|json)$", "");
        String cleaned = allowed(base);
        return take(section, name.isEmpty() ? cleaned : cleaned + "_" + name);
    }

    private static String allowed(String name) {
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            boolean letter = character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
            if (!letter && (character < '0' || character > '9') && "._-".indexOf(character) < 0) {
                return FORBIDDEN.matcher(name).replaceAll("_");
            }
        }
        return name; // Nearly all are, and a document may have thousands.
    }

    private String take(String section, String wanted) {
        Set<String> taken = takenBySection.computeIfAbsent(section, each -> new HashSet<>());
        String name = wanted.isEmpty() ? "unnamed" : wanted;
        String free = name;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + "_" + i;
        }
        return free;
    }
}
