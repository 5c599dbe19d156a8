package dev.countersign.openapi.schema;

import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.json.Numbers;
import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A schema where it stands, together with what is known from the way that led to it.
 *
 * @param at the schema, or in passing what one holds under a keyword
 * @param scope what was gathered on the way
 */
record Site(SchemaNode at, DynamicScope scope) {
    private static final Set<String> NAMED = Set.of("properties", "patternProperties", "dependentSchemas", "schemas");

    KeywordLocation location(String keyword) {
        return new KeywordLocation(Pointer.child(pointer(), keyword), keyword, scope.secret());
    }

    /** JSON pointer of the schema in the bundled document. */
    String pointer() {
        return at.pointer();
    }

    /** The schema as written. */
    JsonNode schema() {
        return at.node();
    }

    /** The keyword under which this schema stands; for one under a name of the author's, that of its parent. */
    String keyword() {
        String[] tokens = pointer().split("/", -1);
        String last = tokens[tokens.length - 1];
        boolean named = tokens.length > 1 && NAMED.contains(tokens[tokens.length - 2]);
        return named ? tokens[tokens.length - 2] : last;
    }

    @Nullable JsonNode get(String keyword) {
        return schema().get(keyword);
    }

    /** The keyword's subschema, applied to the same value. */
    Site same(String keyword) {
        return new Site(at.child(keyword), scope);
    }

    /** The keyword's subschema, applied to a part of the value. */
    Site part(String keyword) {
        return new Site(at.child(keyword), scope.forPart());
    }

    Site named(String name) {
        return new Site(at.child(name), scope);
    }

    /** The subschemas of a keyword that holds an array of them; empty when it does not. */
    List<Site> elements() {
        List<Site> sites = new ArrayList<>();
        for (int index = 0; schema().isArray() && index < schema().size(); index++) {
            sites.add(new Site(at.child(index), scope));
        }
        return sites;
    }

    /** The names that a keyword's object holds; empty when it is no object. */
    Collection<String> keywordNames() {
        return schema().isObject() ? schema().propertyNames() : List.of();
    }

    /** A keyword that counts something; absent when its value is no number from 0 on. */
    Optional<Integer> count(String keyword) {
        JsonNode value = schema().path(keyword);
        if (!value.isNumber() || !Numbers.isFinite(value) || value.doubleValue() < 0) {
            return Optional.empty();
        }
        return Optional.of((int) Math.min(Integer.MAX_VALUE, value.doubleValue()));
    }

    /** A keyword that holds text; empty when its value is no string. */
    String text(String keyword) {
        return schema().path(keyword).stringValue("");
    }

    Site with(DynamicScope other) {
        return new Site(at, other);
    }
}
