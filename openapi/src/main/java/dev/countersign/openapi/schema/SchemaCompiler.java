package dev.countersign.openapi.schema;

import dev.countersign.openapi.contract.Dialect;
import dev.countersign.openapi.contract.SchemaNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns schemas into checks, each once for every scope that it is met in. Thread-safe. */
final class SchemaCompiler {
    private final Dialect dialect;
    private final Resources resources;
    private final SameValue sameValue;
    private final Exemptions exemptions;
    private final Map<Scope, Map<String, Check>> compiled = new ConcurrentHashMap<>();

    SchemaCompiler(ObjectNode document, Dialect dialect) {
        this.dialect = dialect;
        this.resources = new Resources(document, dialect);
        this.sameValue = new SameValue(resources, dialect);
        this.exemptions = new Exemptions(sameValue);
    }

    Reference root(SchemaNode schema, Direction direction) {
        return new Reference(this, new Site(schema.pointer(), schema.node(), Scope.of(direction)));
    }

    Optional<SchemaNode> resolve(SchemaNode from, String reference) {
        Resources.Target target = resources.resolve(reference, from.pointer());
        return target.schema().isMissingNode()
                ? Optional.empty()
                : Optional.of(new SchemaNode(target.pointer(), target.schema()));
    }

    /** The rules of a schema that is reached by reference. */
    Check compiled(Site target) {
        Scope scope = target.scope().entering(resources.dynamicAnchors(target.pointer()));
        Set<String> applying = scope.applying();
        if (sameValue.isOnCycle(target.pointer(), target.schema())) {
            applying = new HashSet<>(applying);
            applying.add(target.pointer());
        } else {
            applying = Set.of();
        }
        Site site = target.with(scope.applyingOnly(Set.copyOf(applying)));
        Map<String, Check> known = compiled.computeIfAbsent(site.scope(), any -> new ConcurrentHashMap<>());
        Check check = known.get(site.pointer());
        if (check == null) {
            check = compile(site);
            known.put(site.pointer(), check);
        }
        return check;
    }

    /** The rules of a schema that stands inside another. */
    Check compile(Site written) {
        JsonNode schema = written.schema();
        if (schema.isBoolean() && !schema.booleanValue()) {
            return new Never(new Origin(written.pointer(), written.keyword(), false));
        }
        if (!schema.isObject()) {
            return Always.INSTANCE;
        }
        Site site = written.with(written.scope()
                .entering(resources.dynamicAnchors(written.pointer()))
                .exempting(exemptions.of(written)));
        JsonNode reference = schema.get("$ref");
        if (dialect == Dialect.OPENAPI_3_0 && reference != null && reference.isString()) {
            return reference(site, reference.stringValue());
        }
        return all(site);
    }

    private Check all(Site site) {
        List<Check> checks = new ArrayList<>();
        ValueKeywords.addTo(checks, site);
        NumberKeywords.addTo(checks, site);
        StringKeywords.addTo(checks, site);
        ObjectKeywords.addTo(checks, site, this);
        ArrayKeywords.addTo(checks, site, this);
        addReferences(checks, site);
        CompositionKeywords.addTo(checks, site, this);
        addUnevaluated(checks, site);
        Check all = Conjunction.of(checks);
        boolean nullable =
                dialect == Dialect.OPENAPI_3_0 && site.schema().path("nullable").asBoolean(false);
        return nullable ? new NullOr(all) : all;
    }

    /** Whether the schema is a reference to one that is already being applied to the same value. */
    boolean isAlreadyApplied(Site site) {
        JsonNode reference = site.get("$ref");
        return reference != null
                && reference.isString()
                && site.scope()
                        .applying()
                        .contains(resources
                                .resolve(reference.stringValue(), site.pointer())
                                .pointer());
    }

    /** The name of the schema that this one refers to; empty when it does not. */
    String referenceName(Site site) {
        String reference = site.schema().path("$ref").asString("");
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private void addReferences(List<Check> checks, Site site) {
        JsonNode reference = site.get("$ref");
        if (reference != null && reference.isString()) {
            checks.add(reference(site, reference.stringValue()));
        }
        JsonNode dynamic = site.get("$dynamicRef");
        if (dynamic != null && dynamic.isString()) {
            checks.add(dynamicReference(site, dynamic.stringValue()));
        }
    }

    private Check reference(Site site, String reference) {
        return referenceTo(site, resources.resolve(reference, site.pointer()));
    }

    private Check dynamicReference(Site site, String reference) {
        Resources.Target target = resources.resolve(reference, site.pointer());
        String anchor = target.schema().path("$dynamicAnchor").asString("");
        String outermost = site.scope().anchors().get(anchor);
        boolean isDynamic = reference.endsWith("#" + anchor);
        return referenceTo(site, outermost != null && isDynamic ? resources.at(outermost) : target);
    }

    private Check referenceTo(Site site, Resources.Target target) {
        if (target.schema().isMissingNode() || site.scope().applying().contains(target.pointer())) {
            return Always.INSTANCE;
        }
        return new Reference(this, new Site(target.pointer(), target.schema(), site.scope()));
    }

    private void addUnevaluated(List<Check> checks, Site site) {
        Check beside = Conjunction.of(List.copyOf(checks));
        if (site.get("unevaluatedItems") != null) {
            checks.add(new Unevaluated(beside, compile(site.part("unevaluatedItems")), true));
        }
        if (site.get("unevaluatedProperties") != null) {
            checks.add(new Unevaluated(beside, compile(site.part("unevaluatedProperties")), false));
        }
    }
}
