SELECT source_row, sku, name, price, category, size, ingredients, launch AS launched_on FROM raw.products
