/** Opinions of other units and of bodies outside: asked from a case, shown without the case, answered. */
@NullMarked
package vn.caunoi.api.consult;

import org.jspecify.annotations.NullMarked;
