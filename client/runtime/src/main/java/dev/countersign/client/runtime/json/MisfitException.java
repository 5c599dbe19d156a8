package dev.countersign.client.runtime.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.countersign.client.MissingPropertiesException;
import java.io.IOException;
import java.util.List;

/** JSON that does not fit a type. The message says where and what was expected, and holds no value. */
public final class MisfitException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;

    /** Says what does not fit, without any value. */
    public MisfitException(String what) {
        super(what);
        this.what = what;
    }

    /** Where it is and what was expected. */
    public String what() {
        return what;
    }

    static MisfitException of(IOException e) {
        if (e instanceof JsonMappingException mapping) {
            return new MisfitException(place(mapping.getPath()) + expectation(mapping));
        }
        JsonLocation location = e instanceof JsonProcessingException json ? json.getLocation() : null;
        return new MisfitException(
                location == null
                        ? "it is not JSON"
                        : "it is not JSON from line " + location.getLineNr() + ", column " + location.getColumnNr());
    }

    private static String place(List<JsonMappingException.Reference> path) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            pointer.append('/');
            if (step.getFieldName() == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.isEmpty() ? "" : "at " + pointer + ", ";
    }

    private static String expectation(JsonMappingException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof MissingPropertiesException missing) {
                return missing.what();
            }
        }
        Class<?> type = e instanceof MismatchedInputException mismatched ? mismatched.getTargetType() : null;
        return type == null ? "the value does not fit its type" : "expected " + nameOf(type);
    }

    /** A model is read through its builder, of which no caller has ever heard. */
    private static String nameOf(Class<?> type) {
        Class<?> model = type.getEnclosingClass();
        return (model == null ? type : model).getSimpleName();
    }
}
