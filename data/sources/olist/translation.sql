SELECT source_row, trim(portuguese) AS portuguese, trim(english) AS english FROM raw.translation
