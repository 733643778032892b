package io.partnercenter.models;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The map that takes what no other component takes, and gives it back when the record is written.
 *
 * <p>Its name for Jackson is one that no field has. With its own name, a field called {@code
 * additionalProperties} would be taken for the map itself: text there would be an error, and an
 * object would replace all that had been collected.
 */
@JacksonAnnotationsInside
@JsonAnySetter
@JsonAnyGetter
@JsonProperty("\0additionalProperties")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@interface AdditionalProperties {}
