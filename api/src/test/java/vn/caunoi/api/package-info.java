/** Tests of the calls as a whole: real port, real database, real models. */
@NullMarked
package vn.caunoi.api;

import org.jspecify.annotations.NullMarked;
