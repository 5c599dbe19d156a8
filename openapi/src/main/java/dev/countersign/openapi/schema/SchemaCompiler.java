package dev.countersign.openapi.schema;

import dev.countersign.openapi.contract.Dialect;
import dev.countersign.openapi.contract.SchemaNode;
import dev.countersign.openapi.json.Pointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** Turns schemas into checks, each once for every scope that it is met in. Thread-safe. */
final class SchemaCompiler {
    private final Exemptions exemptions = new Exemptions();
    private final Map<String, Boolean> applyingThemselves = new ConcurrentHashMap<>();
    private final Map<DynamicScope, Map<String, Check>> compiled = new ConcurrentHashMap<>();

    Reference root(SchemaNode schema, Direction direction) {
        return new Reference(this, new Site(atTheEnd(schema), DynamicScope.of(direction)));
    }

    /** The rules of a schema that is reached by reference. */
    Check compiled(Site target) {
        DynamicScope scope = atTheValue(target).entering(target.at().dynamicAnchors());
        Set<String> applying = scope.applying();
        if (appliesItself(target)) {
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
            return new Never(new KeywordLocation(written.pointer(), written.keyword(), false));
        }
        if (!schema.isObject()) {
            return Always.INSTANCE;
        }
        Site site = written.with(atTheValue(written).entering(written.at().dynamicAnchors()));
        return site.at().isReference() ? referenceTo(site, site.at().referred()) : all(site);
    }

    /** What all schemas together say of the value, found out where the first of them is met. */
    private DynamicScope atTheValue(Site site) {
        DynamicScope scope = site.scope();
        return scope.settled() ? scope : scope.settled(site.at().isSecret(), exemptions.of(site));
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
        boolean nullable = site.at().dialect() == Dialect.OPENAPI_3_0
                && site.schema().path("nullable").asBoolean(false);
        return nullable ? new NullOr(all) : all;
    }

    /** Whether the schema is a reference to one that is already being applied to the same value. */
    boolean isAlreadyApplied(Site site) {
        return site.at()
                .referred()
                .filter(target -> site.scope().applying().contains(target.pointer()))
                .isPresent();
    }

    /** The name of the schema that this one refers to; empty when it does not. */
    String referenceName(Site site) {
        return site.at()
                .referred()
                .map(target -> Pointer.last(target.pointer()))
                .orElse("");
    }

    private void addReferences(List<Check> checks, Site site) {
        if (Pointer.reference(site.schema()) != null) {
            checks.add(referenceTo(site, site.at().referred()));
        }
        JsonNode dynamic = site.get("$dynamicRef");
        if (dynamic != null && dynamic.isString()) {
            checks.add(dynamicReference(site, dynamic.stringValue()));
        }
    }

    private Check dynamicReference(Site site, String reference) {
        Optional<SchemaNode> target = site.at().resolve(reference);
        String anchor = target.map(SchemaNode::node)
                .map(schema -> schema.path("$dynamicAnchor").asString(""))
                .orElse("");
        String outermost = site.scope().anchors().get(anchor);
        boolean isDynamic = reference.endsWith("#" + anchor);
        return referenceTo(
                site, outermost != null && isDynamic ? Optional.of(site.at().at(outermost)) : target);
    }

    private Check referenceTo(Site site, Optional<SchemaNode> target) {
        if (target.isEmpty() || site.scope().applying().contains(target.get().pointer())) {
            return Always.INSTANCE;
        }
        return new Reference(this, new Site(atTheEnd(target.get()), site.scope()));
    }

    /** What a chain of mere references leads to, so that no check stands for a link of it. */
    private static SchemaNode atTheEnd(SchemaNode schema) {
        SchemaNode end = schema.resolved();
        return end.dynamicAnchors().equals(schema.dynamicAnchors()) ? end : schema;
    }

    private boolean appliesItself(Site site) {
        Boolean known = applyingThemselves.get(site.pointer());
        if (known == null) {
            known = site.at().appliesItself();
            applyingThemselves.put(site.pointer(), known);
        }
        return known;
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
